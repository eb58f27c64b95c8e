import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { View } from "./parts/view.ts";
import type { Place } from "./router.ts";

/** What a folder below `screens/` gives: `export const screen: Screen` in its `screen.ts`. */
export interface Screen {
	/** All of `<main>`: one `pageView` or `splitView`. */
	view(place: Place): View;
	/** Begins to read what the page needs, before it is drawn: `prefetch(…)`. */
	load?(place: Place): void;
	/** Before the route's own title, such as the name of who is chosen. */
	title?(place: Place): string | undefined;
	/** Single keys while this page is open. */
	keys?(place: Place): Key[];
	/** What the palette offers on this page, besides where to go. */
	commands?(place: Place): Command[];
}

export interface Key {
	/** As `event.key` names it; a capital letter needs Shift. */
	key: string;
	/** For the list of keys. */
	label: string;
	run: () => void;
	/** Pressed in a field as well; never with a single letter. */
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
	/** The page is offered only to people who have it. */
	scope: Scope | null;
	/** Seen without a session: signing in and the like. */
	isPublic?: boolean;
	load: () => Promise<{ screen: Screen }>;
}
