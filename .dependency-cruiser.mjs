// The arrows of ARCHITECTURE.md, enforced: contract <- core <- methods <- app <- hosts; adapters implement
// the world and know neither methods nor hosts; the renderer sees the contract alone.
const between = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    between('no-circles', {}, { circular: true }, 'Arrows point one way.'),
    between('no-unresolved', {}, { couldNotResolve: true }, 'Every import leads somewhere.'),
    between(
      'contract-imports-zod-only',
      { path: '^main/contract/' },
      { pathNot: ['^main/contract/', '^node_modules/zod/'] },
      'The contract is shared with the renderer.',
    ),
    between(
      'core-is-pure',
      { path: '^main/core/' },
      {
        pathNot: [
          '^main/contract/',
          '^main/core/',
          '^node_modules/(zod|yaml|liquidjs|markdown-it|chinese-days|minisearch)/',
          '^(node:)?crypto$',
        ],
      },
      'No disk, no clock, no Electron: pure libraries only.',
    ),
    between(
      'world-is-an-interface',
      { path: '^main/world(/|\\.ts$)' },
      { pathNot: ['^main/contract/', '^main/core/', '^main/world/'] },
      'The world names what is outside; it does not import it.',
    ),
    between(
      'methods-are-thin',
      { path: '^main/methods/' },
      {
        pathNot: [
          '^main/contract/',
          '^main/core/',
          '^main/methods/',
          '^main/world(/|\\.ts$)',
          '^node_modules/zod/',
        ],
      },
      'Methods reach the outside through the world.',
    ),
    between(
      'app-knows-methods-and-world',
      { path: '^main/app\\.ts$' },
      {
        pathNot: [
          '^main/contract/',
          '^main/core/',
          '^main/methods/',
          '^main/world(/|\\.ts$)',
          '^node_modules/zod/',
        ],
      },
      'The app is the methods over a world.',
    ),
    between(
      'adapters-know-no-methods-and-no-hosts',
      { path: '^main/adapters/' },
      { path: '^(main/(methods|hosts)/|main/app\\.ts|renderer/)' },
      'Adapters implement the world.',
    ),
    between(
      'adapters-know-not-each-other',
      { path: '^main/adapters/([^/]+)/' },
      { path: '^main/adapters/([^/]+)/', pathNot: ['^main/adapters/$1/', '^main/adapters/disk/'] },
      'Two adapters meet in the world; only disk/ (atomic writes, hashes) is shared.',
    ),
    between(
      'electron-in-its-host-only',
      { pathNot: ['^main/hosts/electron/', '^test/', '^tools/'] },
      { path: '^(node_modules/electron/|electron$)' },
      'One folder imports electron.',
    ),
    between(
      'renderer-sees-the-contract-alone',
      { path: '^renderer/' },
      { path: '^main/', pathNot: '^main/contract/' },
      'The renderer talks to app.call.',
    ),
    between(
      'renderer-has-no-node',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
      'The renderer runs in a sandbox.',
    ),
    between(
      'verifier-runs-in-any-browser',
      { path: '^verifier/' },
      { pathNot: ['^verifier/', '^main/core/bundle/', '^main/contract/language\\.ts$'] },
      'The page verify.html shares the judgement of bundles and nothing else.',
    ),
    between(
      'main-has-no-renderer',
      { path: '^main/' },
      { path: '^renderer/' },
      'Hosts serve the built renderer as files.',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
