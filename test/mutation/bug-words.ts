/** What Stryker shows of Babel's tree; only what is looked at here. */
interface NodePath {
  readonly node: { readonly type: string; readonly callee?: { readonly type: string; readonly name?: string } };
}

/** What an `Error` says that only a bug of ours can throw: nobody reads it but us, and no promise depends on it. */
const bugWords = {
  shouldIgnore({ node }: NodePath): string | undefined {
    const isError = node.type === 'NewExpression' && /^\w*Error$/.test(node.callee?.name ?? '');
    return isError ? 'the words of an error that only a bug throws' : undefined;
  },
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'bug-words', value: bugWords }];
