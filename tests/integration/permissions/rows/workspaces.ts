import type { Row } from "./row";

export const workspaceRows: Row[] = [];
