/** User settings that keep the editor quiet and offline: nothing may ask the network or cover the views. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off', // An old value would be rewritten, and saved, as the editor starts.
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // In a browser it is on, and would save before a test does.
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
