/**
 * The 97.5 % point of the standard normal distribution: two-sided intervals of 95 %.
 *
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.1
 */
export const Z_95 = 1.959964;
