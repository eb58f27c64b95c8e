import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { View } from "./parts/view.ts";
import type { Place } from "./router.ts";

export interface Screen {
	/** The content of `<main>`: one `pageView` or `splitView`. */
	view(place: Place): View;
	/** Starts reading before the first drawing: `prefetch(…)`. */
	load?(place: Place): void;
	title?(place: Place): string | undefined;
	keys?(place: Place): Key[];
	commands?(place: Place): Command[];
}

export interface Key {
	/** As in `event.key`; a capital letter needs Shift. */
	key: string;
	label: string;
	run: () => void;
	/** Works in fields too; never for single letters. */
	worksInFields?: boolean;
}

export interface Command {
	section: "Go To" | "People" | "Contacts" | "Conversations" | "Texts" | "Actions";
	label: string;
	detail?: string;
	href?: string;
	run?: () => void;
}

export interface Route {
	/** Such as `/inbox/:conversationId?`. */
	path: string;
	title: string;
	/** People without it are not offered the page. */
	scope: Scope | null;
	isPublic?: boolean;
	load: () => Promise<{ screen: Screen }>;
}
