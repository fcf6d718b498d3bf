// Runs in the panel's page before its script: the theme as the editor applies it, and the editor's side of the messages.
// What the panel asks for and keeps can be read from the data attributes of the document.

// biome-ignore lint/correctness/noUnusedVariables: called by the text that is appended to this file.
function standIn({ body, colors, message, state }) {
  document.addEventListener('DOMContentLoaded', () => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(colors)) style.setProperty(`--vscode-${name}`, value);
    style.setProperty('--vscode-font-family', '"Segoe UI", system-ui, "DejaVu Sans", sans-serif');
    style.setProperty('--vscode-font-size', '13px');
    document.body.className = body;
    document.body.style.background = colors['sideBar-background'];
    document.body.style.margin = '0';
  });
  const asked = [];
  window.acquireVsCodeApi = () => ({
    postMessage: request => {
      asked.push(request);
      document.documentElement.dataset.requests = JSON.stringify(asked);
      if (request.type === 'ready') window.postMessage(message, '*');
    },
    getState: () => state ?? undefined,
    setState: kept => {
      document.documentElement.dataset.state = JSON.stringify(kept);
    },
  });
}
