import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The floors, lowest first. A floor imports from itself and from floors below it, never from one above.
 * `place` is a folder of the project; `name` is how its files are imported from elsewhere.
 */
const FLOORS = [
  { name: 'text', place: 'src/text' },
  { name: 'corpus', place: 'src/corpus' },
  { name: 'search', place: 'src/search' },
  { name: 'knowledge', place: 'src/knowledge' },
  { name: 'answers', place: 'src/answers' },
  { name: 'commands', place: 'commands' },
];
/** On one level above the commands: doors do not know each other either. */
const DOORS = [
  { name: 'terminal', place: 'src/terminal' },
  { name: 'discord', place: 'src/discord' },
  { name: 'web', place: 'src/web' },
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: a name that is given once can be searched for.',
};

/** Imports from any of `above` are refused in files under `place`. */
const floor = ({ name, place }, above) => ({
  name: `isnad/floor/${name}`,
  files: [`${place}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // a relative path into one of these folders: ../answers/reply.js, ../../commands/command.js
            regex: `^\\.{1,2}/(?:.*/)?(?:${above.map((other) => other.name).join('|')})/`,
            message: `The floor "${name}" imports only from floors below it (text, corpus, search, knowledge, answers, commands, doors; lowest first): move what you need down, or pass it in as an argument.`,
          },
          {
            regex: '^\\.{1,2}/(?:.*/)?main\\.js$',
            message: 'src/main.ts puts the floors together; nothing imports it.',
          },
        ],
      },
    ],
  },
});

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'seeds/']),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // a forgotten await is a lost reply
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // plain functions of async interfaces need not await
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-control-regex': 'off',
    },
  },
  {
    name: 'isnad/environment',
    files: ['src/**/*.ts', 'commands/**/*.ts'],
    ignores: ['src/main.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only src/main.ts reads the environment, through src/config.ts: take what you need as an argument.',
        },
      ],
    },
  },
  ...FLOORS.map((each, level) => floor(each, [...FLOORS.slice(level + 1), ...DOORS])),
  ...DOORS.map((door) =>
    floor(
      door,
      DOORS.filter((other) => other !== door),
    ),
  ),
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
