/** One npm script. */
export interface Task {
  readonly about: string;
  readonly usage?: string;
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
}

export const tasks: Readonly<Record<string, Task>>;
