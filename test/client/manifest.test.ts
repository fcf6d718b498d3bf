import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commandIds, internalCommands, publicCommands } from '../../client/commands/ids.ts';
import { contextKeysOf } from '../../client/contextKeys.ts';
import { nodeContexts } from '../../client/views/tree/node.ts';
import { strideOneReport } from './fixture/strideOne.ts';

interface When {
  readonly command?: string;
  readonly view?: string;
  readonly when?: string;
  readonly contents?: string;
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly icon: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly When[]>>;
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly When[];
    readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest: Manifest = JSON.parse(read('package.json'));
const { commands, menus, viewsContainers, views, viewsWelcome, configuration, grammars, snippets } =
  manifest.contributes;
const viewIds = Object.values(views).flatMap(list => list.map(view => view.id));
const conditions = [
  ...[...Object.values(menus).flat(), ...viewsWelcome].flatMap(({ when }) => when ?? []),
  ...commands.flatMap(({ enablement }) => enablement ?? []),
];

describe('the manifest', () => {
  it('has an entry for every command that is registered, and no other', () => {
    assert.deepEqual(commands.map(each => each.command).sort(), Object.values(commandIds).sort());
  });

  it('gives every command a title, an icon and the category', () => {
    const css = readFileSync(createRequire(import.meta.url).resolve('@vscode/codicons/dist/codicon.css'), 'utf8');
    for (const { command, title, category, icon } of commands) {
      assert.equal(category, 'Slipway', command);
      assert.match(title, /^[A-Z]/, command);
      assert.ok(css.includes(`.codicon-${icon.slice(2, -1)}:before`), `${command}: ${icon}`);
    }
  });

  it('shows the commands for people in the palette and hides those for views', () => {
    const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    assert.deepEqual(hidden.sort(), Object.values(internalCommands).sort());
    for (const id of Object.values(publicCommands)) assert.ok(!hidden.includes(id));
  });

  it('refers to commands and views that exist', () => {
    const known = new Set<string>([...Object.values(commandIds), 'vscode.openFolder']);
    const links = viewsWelcome.flatMap(({ contents = '' }) =>
      [...contents.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command),
    );
    assert.ok(links.length > 0);
    const used = [
      ...Object.values(menus)
        .flat()
        .flatMap(({ command }) => command ?? []),
      ...links,
    ];
    for (const command of used) assert.ok(known.has(command), command);
    for (const { view } of viewsWelcome) assert.ok(view && viewIds.includes(view), view);
    assert.deepEqual(
      Object.keys(views),
      viewsContainers.activitybar?.map(({ id }) => id),
    );
  });

  it('uses only context keys that are set', () => {
    const own = contextKeysOf(undefined, 'starting');
    const known = new Set([...Object.keys(own), 'view', 'viewItem', 'workspaceFolderCount']);
    for (const condition of conditions.filter(each => each !== 'false')) {
      for (const term of condition.split(/&&|\|\|/)) {
        const key = /^\s*!?([\w.]+)/.exec(term)?.[1] ?? '';
        assert.ok(known.has(key), `${key} in “${condition}”`);
      }
    }
  });

  it('compares views and rows with ones that exist', () => {
    for (const condition of conditions) {
      for (const [, view = ''] of condition.matchAll(/view == ([\w.]+)/g)) assert.ok(viewIds.includes(view), condition);
      for (const [, pattern = ''] of condition.matchAll(/view =~ \/(.*?)\/(?: |$)/g)) {
        assert.ok(
          viewIds.every(id => new RegExp(pattern).test(id)),
          condition,
        );
      }
      for (const [, pattern = ''] of condition.matchAll(/viewItem =~ \/(.*?)\/(?: |$)/g)) {
        const matched = nodeContexts.filter(context => new RegExp(pattern).test(context));
        assert.equal(matched.length, pattern.split('|').length, condition);
      }
    }
  });

  it('names files that exist', () => {
    const icons = [...Object.values(viewsContainers).flat(), ...Object.values(views).flat()].map(({ icon }) => icon);
    for (const path of [manifest.icon, ...icons, ...[...grammars, ...snippets].map(each => each.path)]) {
      assert.ok(existsSync(new URL(path, root)), path);
    }
  });

  it('explains every setting and says where it applies', () => {
    for (const [name, setting] of Object.entries(configuration.properties)) {
      assert.match(name, /^slipway\./);
      const text = setting.description ?? setting.markdownDescription;
      assert.ok(typeof text === 'string' && text.length > 40, name);
      assert.ok('scope' in setting && 'default' in setting, name);
    }
  });

  it('wakes up for a lifecycle in any folder', () => {
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:**/lifecycle.yaml',
      'workspaceContains:**/lifecycle.yml',
    ]);
  });
});

describe('the context keys', () => {
  it('tell a workspace without a lifecycle from one that is not known yet', () => {
    const empty = { products: [], complete: false };
    assert.equal(contextKeysOf(undefined, 'starting')['slipway.ready'], false);
    assert.equal(contextKeysOf(empty, 'running')['slipway.ready'], false);
    assert.equal(contextKeysOf({ ...empty, complete: true }, 'running')['slipway.ready'], true);
    assert.equal(contextKeysOf({ ...strideOneReport, complete: false }, 'running')['slipway.hasLifecycle'], true);
  });
});
