import type { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { CsvFault } from "@cloudpbx/domain/csv/csv-fault";
import { decodeText } from "@cloudpbx/domain/csv/decode-text";
import { readDialect } from "@cloudpbx/domain/csv/read-dialect";
import { ask } from "../../../api/ask.ts";
import { refresh } from "../../../api/resource.ts";
import { act } from "../../../state/actions.ts";
import { type CsvHead, headBytes, looksLikeNumber, readHead, writeHeading } from "../domain/csv-head.ts";
import { markCampaignStale, recipients } from "../resources.ts";
import { changeDraft, currentDraft, type Draft, type Source } from "./draft.ts";
import { preview } from "./preview.ts";
import { applyAnswer, storeWhole } from "./save-draft.ts";

const bytesMax = 25_000_000;
export const handingIn = ({ key }: Draft) => `recipients/${key}`;

export const chooseFile = (file: File) => choose(file, file.name);

/** Treats pasted text as a file. Numbers in one line become one line each. */
export async function choosePasted(text: string): Promise<void> {
	changeDraft({ pasted: text, sourceFault: null });
	if (text.trim() === "") return;
	const cells = text.trim().split(/[,;\t]/);
	const isLine = cells.length > 1 && cells.every((cell) => looksLikeNumber(cell.trim()));
	await choose(new Blob([isLine ? cells.join("\n") : text]), "Pasted rows");
}

async function choose(blob: Blob, name: string): Promise<void> {
	const draft = currentDraft();
	const bytes = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
	const { head, fault } = lookAt(blob, bytes);
	if (head === null) {
		Object.assign(draft, { source: null, sourceFault: fault });
		changeDraft({});
		return;
	}
	Object.assign(draft, { source: { name, blob, bytes, head }, sourceFault: null });
	changeDraft({});
}

function lookAt(blob: Blob, bytes: Uint8Array): { head: CsvHead | null; fault: string | null } {
	const refuse = (fault: string) => ({ head: null, fault });
	if (blob.size > bytesMax)
		return refuse(
			"The file has more than 25 MB. Split it, or leave out columns that the message does not need.",
		);
	try {
		const head = readHead(bytes, blob.size <= headBytes);
		return head ? { head, fault: null } : refuse("No phone number was found in it. Choose another file.");
	} catch (error) {
		if (error instanceof CsvFault) return refuse(error.message);
		throw error;
	}
}

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

/** Uploads the list with a new heading line; the rest goes unchanged. */
export async function uploadList(draft: Draft, source: Source): Promise<void> {
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
		applyAnswer(draft, answer);
		markCampaignStale(id);
		draft.position = null;
		await Promise.all([refresh(preview(id)), refresh(recipients(id, {}))]);
		Object.assign(draft, { source: null, pasted: "", isReplacing: false });
	});
}

async function writeList({ blob, bytes, head }: Source): Promise<Blob> {
	const isWhole = blob.size <= headBytes;
	const whole = new Uint8Array(head.encoding === "utf-8" ? bytes : await blob.arrayBuffer());
	const { text } = decodeText(whole, { isWhole: isWhole || head.encoding !== "utf-8" });
	const rest = text.slice(head.headingEnd);
	const heading = writeHeading(head.columns, head.separator);
	// The `sep=` line shifts every line, so it is written only where the server would guess another separator.
	const isClear = readDialect(heading + rest).separator === head.separator;
	const beginning = isClear ? heading : `sep=${head.separator}\n${heading}`;
	if (head.encoding !== "utf-8") return new Blob([beginning, rest]);
	const headingBytes = new TextEncoder().encode(text.slice(0, head.headingEnd)).length;
	return new Blob([beginning, blob.slice(headingBytes)]);
}
