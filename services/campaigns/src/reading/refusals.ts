
import { accept, type Result, refuse, refuse } from "@cloudpbx/contracts/errors";
import { eq, } from "drizzle-orm";
import type { Context } from "../context.ts";

export const unknownCampaign = refuse("not_found", "There is no such campaign.");


export const strangeCursor = refuse("bad_input", "cursor: This cursor was not made by this list.");
