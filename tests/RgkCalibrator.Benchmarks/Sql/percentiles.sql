-- P75 and P80 of volume and duration of each product, over trajectories that start in the cohort with a known start and have ended.
-- The trajectories as in trajectories.sql; what is not asked for is not read.
COPY (
    WITH lines AS (
        SELECT
            client_id,
            product_code,
            start_date,
            end_date,
            CAST(volume * 100 AS INTEGER) * CASE unit WHEN '01' THEN 1 ELSE 60 END AS ticks
        FROM read_parquet('{input}/*.parquet')
        WHERE start_date <= DATE '2023-12-31'
            AND end_date - start_date BETWEEN 0 AND 365
            AND volume > 0
    ),
    running AS (
        SELECT
            client_id,
            product_code,
            start_date,
            max(end_date) OVER earlier AS latest_end,
            sum(ticks) OVER earlier AS ticks_before,
            max(end_date) OVER whole AS last_end,
            sum(ticks) OVER whole AS all_ticks
        FROM lines
        WINDOW
            earlier AS (
                PARTITION BY client_id, product_code ORDER BY start_date
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
            whole AS (
                PARTITION BY client_id, product_code ORDER BY start_date
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ),
    openings AS (
        SELECT * FROM running WHERE latest_end IS NULL OR start_date - latest_end - 1 > 90
    ),
    trajectories AS (
        SELECT
            product_code,
            start_date,
            coalesce(lead(latest_end) OVER later, last_end) AS end_date,
            coalesce(lead(ticks_before) OVER later, all_ticks) - coalesce(ticks_before, 0) AS ticks
        FROM openings
        WINDOW later AS (PARTITION BY client_id, product_code ORDER BY start_date)
    ),
    estimates AS (
        SELECT
            product_code,
            count(*) AS n,
            quantile_cont(CAST(ticks AS DOUBLE), [0.75, 0.80]) AS ticks,
            quantile_cont(CAST(end_date - start_date + 1 AS DOUBLE), [0.75, 0.80]) AS days
        FROM trajectories
        WHERE start_date BETWEEN DATE '2018-04-02' AND DATE '2023-10-01' AND end_date < DATE '2023-10-02'
        GROUP BY product_code
    )
    SELECT
        product_code,
        n,
        ticks[1] / 6000 AS volume_p75,
        ticks[2] / 6000 AS volume_p80,
        days[1] AS days_p75,
        days[2] AS days_p80
    FROM estimates
    ORDER BY product_code
) TO '{output}' (FORMAT csv);
