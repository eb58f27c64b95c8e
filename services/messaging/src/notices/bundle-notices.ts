import type { NoticeKind, NoticeWay } from "@cloudpbx/contracts/words/notice-kinds";

export interface DueNotice {
	id: string;
	kind: NoticeKind;
	way: Exclude<NoticeWay, "none">;
	happenedAt: Date;
	/** It was delayed before, to be told with others. */
	isHeld: boolean;
}

export interface RecentNotice {
	kind: NoticeKind;
	at: Date;
}

export interface Bundles<Notice extends DueNotice> {
	bundles: Notice[][];
	later: { notice: Notice; dueAt: Date }[];
}

/** Maximum single notices of one kind per person within the flood time; the rest become a summary. */
export const singlesMax = 3;

/**
 * Each notice is told alone until there are too many of its kind; the rest wait for one summary. `before`: the
 * person's notices within `floodSeconds`.
 */
export function bundleNotices<Notice extends DueNotice>(
	due: readonly Notice[],
	before: readonly RecentNotice[],
	floodSeconds: number,
	now: Date,
): Bundles<Notice> {
	const inOrder = due.toSorted((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime());
	const bundles = (["text", "email"] as const)
		.map((way) => inOrder.filter((notice) => notice.isHeld && notice.way === way))
		.filter((held) => held.length > 0);
	const later: Bundles<Notice>["later"] = [];
	for (const [kind, notices] of groupByKind(inOrder.filter(({ isHeld }) => !isHeld))) {
		const told = before.filter((one) => one.kind === kind).map(({ at }) => at.getTime());
		const free = Math.max(0, singlesMax - told.length);
		bundles.push(...notices.slice(0, free).map((notice) => [notice]));
		const dueAt = new Date(Math.min(now.getTime(), ...told) + floodSeconds * 1000);
		later.push(...notices.slice(free).map((notice) => ({ notice, dueAt })));
	}
	return { bundles, later };
}

function groupByKind<Notice extends DueNotice>(notices: readonly Notice[]): Map<NoticeKind, Notice[]> {
	const groups = new Map<NoticeKind, Notice[]>();
	for (const notice of notices) groups.set(notice.kind, [...(groups.get(notice.kind) ?? []), notice]);
	return groups;
}
