-- Trajectories by the rules of spec/2 that `rgk trajectories` applies to these files, with the settings of the catalogue:
-- observed and cohort 2018-01-01..2023-12-31, a gap of 90 days, not split by provider.
--
-- Written as somebody at home in DuckDB would for speed:
-- * one pass of windows over the lines: running totals before each line, and totals of the whole client and product, share one sort;
--   only lines that open a trajectory go on (one in eight), and what a trajectory holds is the difference of two running totals;
-- * volumes are added as whole numbers, dates are compared as they are, texts only where they are keys;
-- * provider_id and the number of the row are not read, though rgk reads both;
-- * a client's birth date is taken from the first line of the trajectory: in these files all lines of a client have the same,
--   and rgk's rule for clients whose lines disagree would cost another pass.
COPY (
    WITH lines AS (
        SELECT
            client_id,
            product_code,
            start_date,
            end_date,
            birth_date,
            unit,
            -- 6000 to one unit; minutes (01) become hours
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
            birth_date,
            unit,
            max(end_date) OVER earlier AS latest_end,
            sum(ticks) OVER earlier AS ticks_before,
            row_number() OVER earlier AS place,
            max(end_date) OVER whole AS last_end,
            sum(ticks) OVER whole AS all_ticks,
            count(*) OVER whole AS all_lines
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
            client_id,
            product_code,
            row_number() OVER later AS sequence,
            start_date,
            coalesce(lead(latest_end) OVER later, last_end) AS end_date,
            coalesce(lead(ticks_before) OVER later, all_ticks) - coalesce(ticks_before, 0) AS ticks,
            coalesce(lead(place) OVER later, all_lines + 1) - place AS lines,
            unit,
            birth_date
        FROM openings
        WINDOW later AS (PARTITION BY client_id, product_code ORDER BY start_date)
    )
{columns}
) TO '{output}' (FORMAT parquet);
