import type { ReactNode } from 'react';
import { Foot, Key, MainKey } from '../components/keys.tsx';
import { useText } from './context.tsx';

/** Under sheets that are leafed through: back, on, and back to where they were opened. A key that leads nowhere says so. */
export function PageBelow({ page, pages, onPage, onClose }: PageBelowProps): ReactNode {
  const t = useText();
  return (
    <>
      <div className="aux keys">
        <Key act={() => onPage(page - 1)} sign="back" off={page === 0} digit={1}>
          {t(page === 0 ? 'lines.first' : 'lines.previous')}
        </Key>
        <Key act={() => onPage(page + 1)} after="next" off={page >= pages - 1} digit={2}>
          {t(page >= pages - 1 ? 'lines.last' : 'lines.next')}
        </Key>
      </div>
      <MainKey act={onClose}>{t('lines.close')}</MainKey>
      <Foot />
    </>
  );
}

interface PageBelowProps {
  /** The page on the glass, from 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
}
