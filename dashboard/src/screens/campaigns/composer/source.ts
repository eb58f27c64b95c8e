import type { Campaign } from "@cloudpbx/contracts/campaigns";
import { ask } from "../../../api/ask.ts";
import { refresh } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";
import {
	type CsvHead,
	decodeText,
	headBytes,
	looksLikeNumber,
	readHead,
	writeHeading,
} from "../domain/csv-head.ts";
import { markCampaignStale, recipients } from "../resources.ts";
import { changeDraft, currentDraft, type Draft, type Source } from "./draft.ts";
import { preview } from "./preview.ts";
import { storeWhole, take } from "./save-draft.ts";

/** The server takes so much. */
const bytesMax = 25_000_000;
export const handingIn = ({ key }: Draft) => `recipients/${key}`;

export const chooseFile = (file: File) => choose(file, file.name);

/** What was pasted is a file as well; numbers that stand in one line are one below the other. */
export async function choosePasted(text: string): Promise<void> {
	changeDraft({ pasted: text, sourceFault: null });
	if (text.trim() === "") return;
	const cells = text.trim().split(/[,;\t]/);
	const isLine = cells.length > 1 && cells.every((cell) => looksLikeNumber(cell.trim()));
	await choose(new Blob([isLine ? cells.join("\n") : text]), "Pasted rows");
}

/** Looks at its beginning. Nothing of it leaves the browser yet. */
async function choose(blob: Blob, name: string): Promise<void> {
	const draft = currentDraft();
	const bytes = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
	const head = readHead(bytes, blob.size <= headBytes);
	const fault = findFault(blob, bytes, head);
	if (fault !== null || head === null) {
		Object.assign(draft, { source: null, sourceFault: fault });
		changeDraft({});
		return;
	}
	Object.assign(draft, { source: { name, blob, bytes, head }, sourceFault: null });
	changeDraft({});
}

function findFault(blob: Blob, bytes: Uint8Array, head: CsvHead | null): string | null {
	if (blob.size > bytesMax)
		return "The file has more than 25 MB. Split it, or leave out columns that the message does not need.";
	if (bytes[0] === 0x50 && bytes[1] === 0x4b)
		return "This is a spreadsheet, not CSV. Save it as CSV first, then choose that file.";
	return head === null ? "There is nothing in it that could be a number. Choose another file." : null;
}

/** The same bytes with or without a heading. */
export function setHeading({ blob, bytes }: Source, hasHeading: boolean): void {
	const { source } = currentDraft();
	const head = readHead(bytes, blob.size <= headBytes, hasHeading);
	if (source && head) changeDraft({ source: { ...source, head } });
}

export function changeHead(head: CsvHead): void {
	const { source } = currentDraft();
	if (source) changeDraft({ source: { ...source, head } });
}

export function dropSource(): void {
	changeDraft({ source: null, sourceFault: null, pasted: "" });
}

/** Hands the list in. Only its heading is written anew; the rest goes up as it is. */
export async function handIn(draft: Draft, source: Source): Promise<void> {
	await act(handingIn(draft), async () => {
		const id = await storeWhole(draft);
		const body = await writeList(source);
		const answer = await ask<Campaign>(() =>
			fetch(`/api/campaigns/${id}/recipients`, {
				method: "PUT",
				headers: { "content-type": "text/csv" },
				body,
			}),
		);
		take(draft, answer);
		markCampaignStale(id);
		draft.position = null;
		await Promise.all([refresh(preview(id)), refresh(recipients(id, {}))]);
		Object.assign(draft, { source: null, pasted: "", isReplacing: false });
	});
}

async function writeList({ blob, bytes, head }: Source): Promise<Blob> {
	const heading = writeHeading(head.columns, head.separator);
	if (head.encoding !== "utf-8") {
		const text = new TextDecoder(head.encoding, { ignoreBOM: true }).decode(await blob.arrayBuffer());
		return new Blob([heading, text.slice(head.headingEnd)]);
	}
	const beginning = decodeText(bytes, blob.size <= headBytes).text;
	const headingBytes = new TextEncoder().encode(beginning.slice(0, head.headingEnd)).length;
	return new Blob([heading, blob.slice(headingBytes)]);
}
