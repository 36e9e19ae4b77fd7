-- The same trajectories in the usual way of 'gaps and islands': the latest end so far says where a trajectory opens, a running count of
-- openings numbers the trajectories, and lines are grouped by that number. What is said in trajectories.sql holds here too.
COPY (
    WITH lines AS (
        SELECT
            client_id,
            product_code,
            start_date,
            end_date,
            birth_date,
            unit,
            CAST(volume * 100 AS INTEGER) * CASE unit WHEN '01' THEN 1 ELSE 60 END AS ticks
        FROM read_parquet('{input}/*.parquet')
        WHERE start_date <= DATE '2023-12-31'
            AND end_date - start_date BETWEEN 0 AND 365
            AND volume > 0
    ),
    running AS (
        SELECT
            *,
            max(end_date) OVER (
                PARTITION BY client_id, product_code ORDER BY start_date
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest_end
        FROM lines
    ),
    numbered AS (
        SELECT
            *,
            count(*) FILTER (WHERE latest_end IS NULL OR start_date - latest_end - 1 > 90) OVER (
                PARTITION BY client_id, product_code ORDER BY start_date ROWS UNBOUNDED PRECEDING) AS sequence
        FROM running
    ),
    trajectories AS (
        SELECT
            client_id,
            product_code,
            sequence,
            min(start_date) AS start_date,
            max(end_date) AS end_date,
            sum(ticks) AS ticks,
            count(*) AS lines,
            min(unit) AS unit,
            min(birth_date) AS birth_date
        FROM numbered
        GROUP BY client_id, product_code, sequence
    )
{columns}
) TO '{output}' (FORMAT parquet);
