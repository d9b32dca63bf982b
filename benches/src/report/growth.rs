//! How a cost grows with the size of the vault.

/// The exponent of growth by least squares over the logarithms: cost ~ size^exponent. 1 is as the records, 0 not at all.
/// None where fewer than two sizes were measured, or a cost is not above nothing.
pub fn exponent(costs: &[(f64, f64)]) -> Option<f64> {
    if costs.len() < 2
        || costs
            .iter()
            .any(|(size, cost)| *size <= 0.0 || *cost <= 0.0)
    {
        return None;
    }
    let points: Vec<(f64, f64)> = costs
        .iter()
        .map(|(size, cost)| (size.ln(), cost.ln()))
        .collect();
    let count = points.len() as f64;
    let mean = |of: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(&|point| point.0), mean(&|point| point.1));
    let both: f64 = points
        .iter()
        .map(|point| (point.0 - x) * (point.1 - y))
        .sum();
    let along: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    (along > 0.0).then(|| both / along)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_come_out() {
        for power in [0.0, 0.5, 1.0, 1.7] {
            let costs: Vec<(f64, f64)> = [1e3, 1e4, 1e5, 1e6]
                .map(|size: f64| (size, 3.0 * size.powf(power)))
                .to_vec();
            let found = exponent(&costs).expect("four points");
            assert!((found - power).abs() < 1e-9, "{found} for {power}");
        }
    }

    #[test]
    fn noise_is_evened_out() {
        let costs = [(1e3, 1.1), (1e4, 9.0), (1e5, 105.0), (1e6, 980.0)];
        let found = exponent(&costs).expect("four points");
        assert!((0.97..1.03).contains(&found), "{found}");
    }

    #[test]
    fn what_cannot_be_said_is_not_said() {
        assert_eq!(exponent(&[]), None);
        assert_eq!(exponent(&[(1e3, 2.0)]), None);
        assert_eq!(exponent(&[(1e3, 2.0), (1e3, 3.0)]), None);
        assert_eq!(exponent(&[(1e3, 0.0), (1e4, 3.0)]), None);
    }
}
