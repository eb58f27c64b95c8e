import type * as z from "zod";
import { readAnswer } from "./carrier-result.ts";
import type { Carrier } from "./open-carrier.ts";
import type { CarrierRequest } from "./request-carrier.ts";

/** `path` is below the account, such as `/Calls.json`. Throws only CarrierFailure. */
export async function askAccount<Value>(
	carrier: Carrier,
	request: CarrierRequest,
	answer: z.ZodType<Value>,
): Promise<Value> {
	return readAnswer(answer, await carrier.ask("api", belowAccount(carrier, request)));
}

/** Throws only CarrierFailure. */
export async function deleteFromAccount(carrier: Carrier, path: string): Promise<void> {
	await carrier.ask("api", belowAccount(carrier, { method: "delete", path }));
}

interface PagedList {
	path: string;
	query: Record<string, unknown>;
	pagesMax: number;
}

/** Yields pages in the carrier's order, each requested when it is read. Throws only CarrierFailure. */
export async function* readPages<Page extends { next_page_uri?: string | null | undefined }>(
	carrier: Carrier,
	{ path, query, pagesMax }: PagedList,
	answer: z.ZodType<Page>,
): AsyncGenerator<Page, void, undefined> {
	let request = belowAccount(carrier, { method: "get", path, query });
	for (let count = 1; count <= pagesMax; count++) {
		const page = readAnswer(answer, await carrier.ask("api", request));
		yield page;
		if (!page.next_page_uri) return;
		request = { method: "get", path: page.next_page_uri };
	}
}

function belowAccount({ accountSid }: Carrier, request: CarrierRequest): CarrierRequest {
	return { ...request, path: `/2010-04-01/Accounts/${accountSid}${request.path}` };
}
