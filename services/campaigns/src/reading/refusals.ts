import { refuse } from "@cloudpbx/contracts/errors";

export const unknownCampaign = refuse("not_found", "There is no such campaign.");
export const strangeCursor = refuse("bad_input", "cursor: This cursor was not made by this list.");
