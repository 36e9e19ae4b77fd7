    -- The 19 columns of a trajectory file. 2023-10-01 is the last day of which it is known whether care went on after it.
    SELECT
        client_id,
        product_code,
        CAST(NULL AS VARCHAR) AS provider_id,
        CAST(sequence AS INTEGER) AS sequence,
        start_date,
        end_date,
        CAST(end_date - start_date + 1 AS INTEGER) AS duration_days,
        ticks / 6000 AS volume,
        CASE unit
            WHEN '01' THEN 'uur' WHEN '04' THEN 'uur' WHEN '14' THEN 'etmaal' WHEN '16' THEN 'dagdeel'
            WHEN '82' THEN 'stuks (output)' WHEN '83' THEN 'euro' WHEN '84' THEN 'stuks (inspanning)'
        END AS unit,
        CAST(lines AS INTEGER) AS lines,
        start_date > DATE '2018-04-01' AS start_known,
        end_date < DATE '2023-10-02' AS end_known,
        CASE WHEN start_date <= DATE '2023-10-01'
            THEN CAST(least(end_date, DATE '2023-10-01') - start_date + 1 AS INTEGER) END AS time_days,
        CASE WHEN start_date <= DATE '2023-10-01' THEN end_date < DATE '2023-10-02' END AS event,
        CASE WHEN birth_date <= start_date THEN CAST(
            (year(start_date) * 10000 + month(start_date) * 100 + day(start_date)
            - year(birth_date) * 10000 - month(birth_date) * 100 - day(birth_date)) // 10000 AS INTEGER) END AS age_at_start,
        CAST(NULL AS VARCHAR) AS "order",
        CAST(NULL AS BOOLEAN) AS with_stay,
        CAST(NULL AS BOOLEAN) AS concurrent,
        start_date BETWEEN DATE '2018-04-02' AND DATE '2023-10-01' AS in_cohort
    FROM trajectories
    ORDER BY client_id, product_code, sequence
