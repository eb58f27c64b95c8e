import type { AuditEvent } from "@cloudpbx/contracts/api/audit";

export const auditColumns = [
	"id",
	"at",
	"actorKind",
	"actorId",
	"actorName",
	"action",
	"targetKind",
	"targetId",
	"before",
	"after",
	"requestId",
] as const;

export function toAuditRow({ actor, target, before, after, ...event }: AuditEvent) {
	return {
		...event,
		actorKind: actor.kind,
		actorId: actor.id,
		actorName: actor.name,
		targetKind: target.kind,
		targetId: target.id,
		before: before && JSON.stringify(before),
		after: after && JSON.stringify(after),
	};
}
