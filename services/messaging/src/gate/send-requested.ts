import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { SendTextRequest, SendTextResult, SlotBaton } from "@cloudpbx/contracts/texts/sending";
import type * as z from "zod";
import type { Context } from "../context.ts";
import { readSendRequests } from "./read-send-requests.ts";
import { sendPaced } from "./send-paced.ts";

export async function sendRequested(
	ctx: Context,
	requests: readonly z.output<typeof SendTextRequest>[],
	baton?: SlotBaton,
): Promise<Result<SendTextResult[]>> {
	return accept(await sendPaced(ctx, await readSendRequests(requests), baton));
}
