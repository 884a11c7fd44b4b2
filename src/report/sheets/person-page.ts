/** Columns of the page about a person, in two halves; what its charts stand on is right of it and not printed. */
export const page = { left: 2, leftEnd: 5, middle: 7, right: 10 };

/** A to K, in characters; one narrow column keeps the halves apart. */
export const columnWidths = [2, 20, 13, 16, 14, 1.5, 20, 13, 16, 14, 3];
