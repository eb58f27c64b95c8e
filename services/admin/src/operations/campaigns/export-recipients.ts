import type { CampaignRecipient, ListRecipients } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { CampaignsRpc } from "@cloudpbx/contracts/rpc/campaigns";
import { askService } from "../../ask-service.ts";
import { writeCsvHeading, writeCsvRows } from "../../domain/files/write-csv.ts";

const rowsOfCall = 5000;
/** A request may make 32 calls to other Workers; these cover a campaign's maximum of recipients. */
const callsMax = 20;

export interface CsvPart {
	csv: string;
	/** Null at the end of the list. */
	nextCursor: string | null;
}

/** One file's part of the list, written page by page to save memory. */
export async function exportRecipients(
	campaigns: CampaignsRpc,
	id: string,
	{ limit: _, cursor, ...filter }: ListRecipients,
	columns: readonly (keyof CampaignRecipient)[],
): Promise<Result<CsvPart>> {
	const parts = [writeCsvHeading(columns)];
	let next = cursor;
	for (let calls = 0; calls < callsMax; calls += 1) {
		const page = {
			...filter,
			limit: rowsOfCall,
			...(next !== undefined && { cursor: next }),
		};
		const listed = await askService("campaigns", campaigns.listRecipients(id, page));
		if (!listed.ok) return listed;
		parts.push(writeCsvRows(listed.value.items, columns));
		if (listed.value.nextCursor === null) return accept({ csv: parts.join(""), nextCursor: null });
		next = listed.value.nextCursor;
	}
	return accept({ csv: parts.join(""), nextCursor: next ?? null });
}
