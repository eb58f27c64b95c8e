import * as z from "zod";
import type { CarrierAccount } from "../fetch-recording.ts";
import { type CarrierResult, unknownOutcome } from "./carrier-result.ts";
import { requestProduct } from "./request-product.ts";

/** A flow of Twilio Studio: it runs at Twilio and needs none of our Workers (twilio.com/docs/studio/rest-api/v2/flow). */
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
const FlowPage = z.object({ flows: z.array(FlowResource) });

const pageSizeMax = 1000;

/** The first flow of this name, with its definition; null when there is none. Lists hold no definitions. */
export async function findFlow(
	account: CarrierAccount,
	name: string,
): Promise<CarrierResult<StudioFlow | null>> {
	const listed = read(
		FlowPage,
		await requestProduct(account, "studio", {
			path: "/v2/Flows",
			method: "get",
			query: { PageSize: pageSizeMax },
		}),
	);
	if (!listed.ok) return listed;
	const found = listed.value.flows.find((flow) => flow.name === name);
	if (!found) return { ok: true, value: null };
	const path = `/v2/Flows/${found.flowSid}`;
	return read(FlowResource, await requestProduct(account, "studio", { path, method: "get" }));
}

/** Makes and publishes a flow, or changes the one with this id. */
export async function publishFlow(
	account: CarrierAccount,
	flow: { flowSid: string | null; name: string; definition: object },
): Promise<CarrierResult<StudioFlow>> {
	const form = {
		FriendlyName: flow.name,
		Status: "published",
		Definition: JSON.stringify(flow.definition),
		CommitMessage: "CloudPBX",
	};
	const path = flow.flowSid === null ? "/v2/Flows" : `/v2/Flows/${flow.flowSid}`;
	return read(FlowResource, await requestProduct(account, "studio", { path, method: "post", form }));
}

/** One that is gone counts as deleted. */
export async function deleteFlow(account: CarrierAccount, flowSid: string): Promise<CarrierResult<null>> {
	const path = `/v2/Flows/${flowSid}`;
	const result = await requestProduct(account, "studio", { path, method: "delete" });
	return result.ok || result.problem.kind === "not_found" ? { ok: true, value: null } : result;
}

/** Where a number's calls are sent so that the flow takes them. */
export function addressOfFlow(accountSid: string, flowSid: string): string {
	return `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flowSid}`;
}

function read<Value>(schema: z.ZodType<Value>, result: CarrierResult<unknown>): CarrierResult<Value> {
	if (!result.ok) return result;
	const parsed = schema.safeParse(result.value);
	return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: unknownOutcome };
}
