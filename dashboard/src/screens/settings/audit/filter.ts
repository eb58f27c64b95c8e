export interface AuditFilter {
	actorId?: string;
	targetKind?: string;
	targetId?: string;
	/** "2026-11-29", a day of the company. */
	day?: string;
}

const names = ["actorId", "targetKind", "targetId", "day"] as const;

export function readFilter(query: URLSearchParams): AuditFilter {
	const filter: AuditFilter = {};
	for (const name of names) {
		const value = query.get(name);
		if (value) filter[name] = value;
	}
	if (!filter.targetKind) delete filter.targetId;
	return filter;
}

export function toQuery({ day, ...filter }: AuditFilter): Record<string, string> {
	return { ...filter, ...(day && { from: day, to: day }) };
}
