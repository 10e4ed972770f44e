import type { Row } from "./row";

export const uploadingRows: Row[] = [];
