/**
 * The sums of the variance of Marubini and Valsecchi, with the square of I(t) - I(t_j) written out so that one pass is
 * enough.
 */
export class IncidenceState {
  survival = 1;
  incidence = 0;
  #constant = 0;
  #linear = 0;
  #quadratic = 0;

  step(atRisk: number, own: number, all: number): void {
    const before = this.survival;
    this.incidence += (before * own) / atRisk;
    this.survival = all === atRisk ? 0 : before * (1 - all / atRisk);
    // Once nobody is left the incidence moves no more, and the weight has nothing to weigh.
    const weight = all === atRisk ? 0 : all / (atRisk * (atRisk - all));
    const covariance = (before * own) / atRisk ** 2;
    this.#quadratic += weight;
    this.#linear -= 2 * (weight * this.incidence + covariance);
    this.#constant +=
      weight * this.incidence ** 2 +
      2 * covariance * this.incidence +
      (before ** 2 * (atRisk - own) * own) / atRisk ** 3;
  }

  get variance(): number {
    const value = this.incidence;
    return Math.max(
      0,
      this.#quadratic * value ** 2 + this.#linear * value + this.#constant,
    );
  }
}
