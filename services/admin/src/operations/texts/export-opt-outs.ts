import type { Page } from "@cloudpbx/contracts/api/page";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import type { ListOptOuts, OptOut } from "@cloudpbx/contracts/texts/opt-outs";
import { askService } from "../../ask-service.ts";

const rowsOfCall = 1000;
/** A request may make 32 calls to other Workers. */
const callsMax = 20;

/** `nextCursor` is set when the list is longer: a missing opt-out would be texted. */
export async function exportOptOuts(
	messaging: MessagingRpc,
	{ number, cursor }: Pick<ListOptOuts, "number" | "cursor">,
): Promise<Result<Page<OptOut>>> {
	const items: OptOut[] = [];
	let next = cursor;
	for (let calls = 0; calls < callsMax; calls += 1) {
		const listed = await askService(
			"messaging",
			messaging.listOptOuts({
				limit: rowsOfCall,
				...(number !== undefined && { number }),
				...(next !== undefined && { cursor: next }),
			}),
		);
		if (!listed.ok) return listed;
		items.push(...listed.value.items);
		if (listed.value.nextCursor === null) return accept({ items, nextCursor: null });
		next = listed.value.nextCursor;
	}
	return accept({ items, nextCursor: next ?? null });
}
