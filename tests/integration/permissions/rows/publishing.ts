import type { Row } from "./row";

export const publishingRows: Row[] = [];
