const documentation = 'https://github.com/slipway-dev/slipway/blob/main/docs';

/** The page that explains a rule. */
export const ruleHelp = (rule: string): string => `${documentation}/rules/${rule}.md`;
