/** Commands that people can run: each has an entry in the manifest and stands in the palette. */
export const publicCommands = {
  checkWorkspace: 'slipway.checkWorkspace',
  newDocument: 'slipway.newDocument',
  showStatus: 'slipway.showStatus',
  createLifecycle: 'slipway.createLifecycle',
  restartServer: 'slipway.restartServer',
  showLog: 'slipway.showLog',
} as const;

/** Commands that views run with an argument: in the manifest for their titles and icons, hidden from the palette. */
export const internalCommands = {
  open: 'slipway.open',
  createDocument: 'slipway.createDocument',
  offerDocument: 'slipway.offerDocument',
} as const;

export const commandIds = { ...publicCommands, ...internalCommands } as const;
export type CommandName = keyof typeof commandIds;
