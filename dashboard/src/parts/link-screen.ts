import { prefetch, type Resource, use } from "../api/resource.ts";
import type { Screen } from "../screen.ts";
import { takeSecret } from "../session/take-secret.ts";
import { cardPageView } from "./card.ts";
import { bonesView, refusalLine } from "./states.ts";
import type { View } from "./view.ts";

/** The page behind a one-time link: what the secret in the address opens, or why it opens nothing. */
export function linkScreen<Look>(link: {
	/** Of the resource; nothing else has it. */
	key: string;
	/** Until it is known what the link is for. */
	title: string;
	footer: View;
	look: (token: string) => Promise<Look>;
	/** The link works. */
	open: (look: Look, token: string) => View;
	/** The link does not work, for this reason. */
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
			if (!token)
				return link.dead(
					"This address lacks the secret part of the link. Open the whole link that you were sent.",
				);
			const { data, refusal } = use(lookAt(token));
			if (data) return link.open(data, token);
			const { title, footer } = link;
			if (!refusal) return cardPageView({ title, body: bonesView(3) });
			// Nothing is known of the link then.
			if (refusal.code === "offline" || refusal.code === "internal")
				return cardPageView({ title, body: refusalLine(refusal), footer });
			return link.dead(refusal.detail);
		},
	};
}
