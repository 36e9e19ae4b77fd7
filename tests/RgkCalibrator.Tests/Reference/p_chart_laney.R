# p-chart with Laney's correction, computed apart from the program: Laney (2002), doi:10.1081/QEN-120006555.
# Call: Rscript p_chart_laney.R, in this folder; it writes p_chart_laney.csv. Base R 4.2 alone, made on 27 November 2026.
# Per case: the rows with base = 1 give centre and sigma_z; every row has limits at 3 sigma and its z.
# widening = max(1, sigma_z): our decision, beside Laney's own sigma_z.
options(digits = 17)
set.seed(20261127)
case <- function(name, base, after, p, spread) {
  k <- base + after
  n <- sample(40:600, k, replace = TRUE)
  share <- if (spread > 0) plogis(qlogis(p) + rnorm(k, 0, spread)) else rep(p, k)
  x <- rbinom(k, n, share)
  data.frame(case = name, period = seq_len(k), base = as.integer(seq_len(k) <= base), x = x, n = n)
}
laney <- function(d) {
  b <- d[d$base == 1, ]
  centre <- sum(b$x) / sum(b$n)
  zb <- (b$x / b$n - centre) / sqrt(centre * (1 - centre) / b$n)
  sigma_z <- mean(abs(diff(zb))) / 1.128
  widening <- max(1, sigma_z)
  sigma <- widening * sqrt(centre * (1 - centre) / d$n)
  d$centre <- centre
  d$sigma_z <- sigma_z
  d$lower <- pmax(0, centre - 3 * sigma)
  d$upper <- pmin(1, centre + 3 * sigma)
  d$z <- (d$x / d$n - centre) / sigma
  d
}
cases <- list(
  case("chance", 24, 8, 0.28, 0),
  case("spread", 24, 8, 0.28, 0.35),
  case("small share", 12, 4, 0.03, 0.2),
  case("large share", 12, 4, 0.97, 0.2),
  case("two periods", 2, 3, 0.2, 0))
result <- do.call(rbind, lapply(cases, laney))
num <- c("centre", "sigma_z", "lower", "upper", "z")
result[num] <- lapply(result[num], function(v) formatC(v, digits = 17, format = "g"))
write.csv(result, "p_chart_laney.csv", row.names = FALSE, quote = FALSE)
