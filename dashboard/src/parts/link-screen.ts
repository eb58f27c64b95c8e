import { prefetch, type Resource, use } from "../api/resource.ts";
import type { Screen } from "../screen.ts";
import { takeSecret } from "../session/take-secret.ts";
import { cardPageView } from "./card.ts";
import { refusalLine, skeletonView } from "./states.ts";
import type { View } from "./view.ts";

/** The page of a one-time link: shows what the secret opens, or the reason why it opens nothing. */
export function linkScreen<Look>(link: {
	/** The resource's key, used by nothing else. */
	key: string;
	/** The title until the link's purpose is known. */
	title: string;
	footer: View;
	look: (token: string) => Promise<Look>;
	open: (look: Look, token: string) => View;
	dead: (reason: string) => View;
}): Screen {
	const lookAt = (token: string): Resource<Look> => ({ key: link.key, load: () => link.look(token) });
	return {
		load() {
			const token = takeSecret();
			if (token) void prefetch(lookAt(token));
		},
		view() {
			const token = takeSecret();
			if (!token) return link.dead("This link is incomplete. Open the whole link that you received.");
			const { data, refusal } = use(lookAt(token));
			if (data) return link.open(data, token);
			const { title, footer } = link;
			if (!refusal) return cardPageView({ title, body: skeletonView(3) });
			if (refusal.code === "offline" || refusal.code === "internal")
				return cardPageView({ title, body: refusalLine(refusal), footer });
			return link.dead(refusal.detail);
		},
	};
}
