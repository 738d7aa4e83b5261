module.exports = {
  root: true,
  overrides: [
    {
      // A backend plugin knows only -node and -common of others, a frontend plugin only -react and -common.
      files: ['plugins/**/*.{ts,tsx}', 'packages/**/*.{ts,tsx}'],
      rules: { '@backstage/no-mixed-plugin-imports': 'error' },
    },
    {
      files: ['**/*.mjs'],
      parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    },
  ],
};
