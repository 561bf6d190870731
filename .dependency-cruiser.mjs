/** Who may import whom (docs/architecture.md). Checked by `npm run check:imports`, with scripts/canary as the files that must fail. */
const project = '^(domain|db|server|documents|web|bench|e2e|scripts|node_modules)/';

/** A zone may import the named places and nothing else of the project. */
function zone(name, { from, allowed, comment }) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from, pathNot: '[.]test[.]tsx?$|/testing/' },
    to: { path: project, pathNot: `^(${[...allowed, 'node_modules'].join('|')})/` },
  };
}

const domainLibraries = 'zod|pinyin-pro|chinese-days';
const notOurTests = { pathNot: '[.]test[.]tsx?$|/testing/' };

export default {
  forbidden: [
    zone('domain-alone', { from: '^domain/', allowed: ['domain'], comment: 'domain is pure: it imports domain only' }),
    zone('db-on-domain', { from: '^db/', allowed: ['db', 'domain'], comment: 'db imports domain only' }),
    zone('documents-on-domain', {
      from: '^documents/',
      allowed: ['documents', 'domain'],
      comment: 'documents imports domain only',
    }),
    zone('server-zone', {
      from: '^server/',
      allowed: ['server', 'domain', 'db', 'documents'],
      comment: 'server imports domain, db and documents',
    }),
    zone('web-zone', {
      from: '^web/',
      allowed: ['web', 'domain', 'documents'],
      comment: 'web imports domain and documents, never server or db',
    }),
    {
      name: 'domain-libraries',
      severity: 'error',
      comment: 'domain depends on zod and pure data libraries alone',
      from: { path: '^domain/', ...notOurTests },
      to: { path: '^node_modules/', pathNot: `^node_modules/(${domainLibraries})/` },
    },
    {
      name: 'domain-no-node',
      severity: 'error',
      comment: 'domain is pure: clock, ids and files are passed in',
      from: { path: '^domain/', ...notOurTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'no file imports itself by way of others, be it for a type',
      from: { pathNot: '^scripts/canary/' },
      to: { circular: true },
    },
    {
      name: 'web-features-apart',
      severity: 'error',
      comment: 'web features link through web/app/paths.ts and never import each other',
      from: { path: '^web/features/([^/]+)/' },
      to: { path: '^web/features/([^/]+)/', pathNot: '^web/features/$1/' },
    },
    {
      name: 'server-routes-private',
      severity: 'error',
      comment: "a feature may call another's commands and queries, never its routes",
      from: { path: '^server/features/([^/]+)/' },
      to: { path: '^server/features/([^/]+)/.*[.]routes[.]ts$', pathNot: '^server/features/$1/' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      comment: 'nothing in the product imports tests, measurements or scripts',
      from: { path: '^(domain|db|server|documents|web)/', ...notOurTests },
      to: { path: '[.]test[.]tsx?$|^(bench|e2e|scripts)/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'every import resolves',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^web/dist/|^virtual:' },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
