import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first test that fails ends a mutant: what failed last is asked first, then what takes least time. */
export class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = (file: TestSpecification): number => {
      const last = this.ctx.cache.getTestSpecificationResult(file);
      return last?.failed ? -1 : (last?.duration ?? 0);
    };
    return [...files].sort((a, b) => cost(a) - cost(b));
  }
}
