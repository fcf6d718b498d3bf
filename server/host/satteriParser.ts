import type { Root } from 'mdast';
import { markdownToMdast, type TreeOptions } from 'satteri';
import { type Plugin, unified } from 'unified';

/** Front matter is cut off before the parser sees the text. */
const options: TreeOptions = { features: { frontmatter: false, gfm: true }, position: true };

const satteriParse: Plugin<[], string, Root> = function () {
  this.parser = text => {
    const tree = markdownToMdast(text, options);
    if (tree.type !== 'root') throw new TypeError(`Expected a root, got ${tree.type}.`);
    return tree;
  };
};

/** The native parser as a `unified` processor. Loading this module throws where its binding is missing. */
export const satteri = unified().use(satteriParse).freeze();
