/** What the panel's page needs to know of the place where it is shown. */
export interface PanelPage {
  /** The source from which the editor serves the extension's own files. */
  readonly cspSource: string;
  /** A word that no one can guess, new for every page. */
  readonly nonce: string;
  readonly script: string;
  readonly styles: readonly string[];
}

/**
 * The document of the status panel. Its policy allows the bundled script by its nonce and styles and the icon font
 * from the extension's folder; nothing else: no inline style, no connection, no image, no frame.
 */
export function panelHtml({ cspSource, nonce, script, styles }: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map(style => `  <link rel="stylesheet" href="${attribute(style)}">`).join('\n')}
  <title>Slipway status</title>
</head>
<body>
  <div id="panel"></div>
  <script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>`;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
