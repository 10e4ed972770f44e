import { accountRows } from "./rows/account";
import { adminHouseRows } from "./rows/admin-house";
import { adminPeopleRows } from "./rows/admin-people";
import { apiRows } from "./rows/api";
import { doorRows } from "./rows/door";
import { editorRows } from "./rows/editor";
import { listeningRows } from "./rows/listening";
import { publishingRows } from "./rows/publishing";
import type { Row } from "./rows/row";
import { showScreenRows } from "./rows/show-screens";
import { studioRows } from "./rows/studio";
import { uploadingRows } from "./rows/uploading";
import { workspaceRows } from "./rows/workspaces";

/** Every route, page and action of the house, an area a file. */
export const matrix: Row[] = [
  ...apiRows,
  ...listeningRows,
  ...doorRows,
  ...studioRows,
  ...accountRows,
  ...workspaceRows,
  ...editorRows,
  ...publishingRows,
  ...uploadingRows,
  ...showScreenRows,
  ...adminPeopleRows,
  ...adminHouseRows,
];
