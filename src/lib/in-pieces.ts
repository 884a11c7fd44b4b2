const pieceLength = 65_536;

type Put = (text: string) => void;

/** Small texts together as large ones: a call of the system for each would cost more than all the rest. */
export function inPieces(put: Put): { readonly put: Put; readonly end: () => void } {
  let parts: string[] = [];
  let length = 0;
  const end = () => {
    if (length > 0) put(parts.join(''));
    parts = [];
    length = 0;
  };
  return {
    put: (text) => {
      parts.push(text);
      length += text.length;
      if (length >= pieceLength) end();
    },
    end,
  };
}
