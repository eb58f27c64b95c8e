import * as z from "zod";
import { type CarrierResult, readAnswer, toCarrierResult, toDeletionResult } from "./carrier-result.ts";
import { listProduct } from "./list-product.ts";
import type { Carrier } from "./open-carrier.ts";

/** A Studio flow runs at Twilio without our Workers (twilio.com/docs/studio/rest-api/v2/flow). */
export interface StudioFlow {
	flowSid: string;
	name: string;
	definition: unknown;
}

const FlowResource = z
	.object({
		sid: z.string().regex(/^FW[0-9a-f]{32}$/i),
		friendly_name: z.string(),
		definition: z.unknown().optional(),
	})
	.transform(
		({ sid, friendly_name, definition }): StudioFlow => ({ flowSid: sid, name: friendly_name, definition }),
	);

/** The first flow of this name; null: none. Lists hold no definitions. */
export function findFlow(carrier: Carrier, name: string): Promise<CarrierResult<StudioFlow | null>> {
	return toCarrierResult(async () => {
		const flows = await listProduct(carrier, "studio", { path: "/v2/Flows", key: "flows" }, FlowResource);
		const found = flows.find((flow) => flow.name === name);
		if (!found) return null;
		return readAnswer(
			FlowResource,
			await carrier.ask("studio", { path: `/v2/Flows/${found.flowSid}`, method: "get" }),
		);
	});
}

/** Creates a flow, or changes the one with this id. */
export function publishFlow(
	carrier: Carrier,
	flow: { flowSid: string | null; name: string; definition: object },
): Promise<CarrierResult<StudioFlow>> {
	const form = {
		FriendlyName: flow.name,
		Status: "published",
		Definition: JSON.stringify(flow.definition),
		CommitMessage: "CloudPBX",
	};
	const path = flow.flowSid === null ? "/v2/Flows" : `/v2/Flows/${flow.flowSid}`;
	return toCarrierResult(async () =>
		readAnswer(FlowResource, await carrier.ask("studio", { path, method: "post", form })),
	);
}

/** A missing flow counts as deleted. */
export function deleteFlow(carrier: Carrier, flowSid: string): Promise<CarrierResult<null>> {
	const path = `/v2/Flows/${flowSid}`;
	return toDeletionResult(() => carrier.ask("studio", { path, method: "delete" }));
}

/** The voice address of a flow. */
export function addressOfFlow(accountSid: string, flowSid: string): string {
	return `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flowSid}`;
}
