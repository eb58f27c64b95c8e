import type { CallView } from "../../control/call-view.ts";

type Leg = CallView["legs"][number];

/** The leg with whose phone the caller talks now; null while nobody has answered, or after they have gone. */
export function findPartner({ legs, timeline }: Pick<CallView, "legs" | "timeline">): Leg | null {
	const latest = timeline.findLast(({ kind, with: other }) => kind === "status" && typeof other === "string");
	return legs.find(({ sid, status }) => sid === latest?.with && status === "in-progress") ?? null;
}
