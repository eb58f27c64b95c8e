import type { NoticeChange } from "./claim-notices.ts";
import type { NoticeContent } from "./notice-content.ts";

export interface Bundle {
	id: string;
	way: "text" | "email";
	noticeIds: string[];
	told: NoticeContent[];
	attempts: number;
}

export function changeAll(
	bundles: readonly Bundle[],
	change: SharedChange | { status: "dropped"; reason: string | null },
): NoticeChange[] {
	return bundles.flatMap(({ noticeIds }) => noticeIds.map((id) => ({ ...change, id }) as NoticeChange));
}

type SharedChange = NoticeChange extends infer Change
	? Change extends { id: string }
		? Omit<Change, "id">
		: never
	: never;
