const FIRST = 0x21;
const BASE = 94;

/** Process ids: four printable characters without the blank, counting up from `seed`, so that no two jobs of a day share one. */
export function createProcessIds(seed: number): () => string {
  let counter = Math.abs(Math.floor(seed)) % BASE ** 4;
  return () => {
    counter = (counter + 1) % BASE ** 4;
    let rest = counter;
    let id = '';
    for (let i = 0; i < 4; i++) {
      id = String.fromCharCode(FIRST + (rest % BASE)) + id;
      rest = Math.floor(rest / BASE);
    }
    return id;
  };
}
