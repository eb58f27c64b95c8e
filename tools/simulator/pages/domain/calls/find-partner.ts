import type { CallView } from "../../control/call-view.ts";

type Leg = CallView["legs"][number];

/** The leg that the caller talks to now; null before the answer and after the end. */
export function findPartner({ legs, timeline }: Pick<CallView, "legs" | "timeline">): Leg | null {
	const latest = timeline.findLast(({ kind, with: other }) => kind === "status" && typeof other === "string");
	return legs.find(({ sid, status }) => sid === latest?.with && status === "in-progress") ?? null;
}
