import type { Row } from "./row";

export const editorRows: Row[] = [];
