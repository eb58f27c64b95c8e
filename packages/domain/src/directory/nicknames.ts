const groups =
	`alexander alex sandy|alexandra alex sandra|andrew andy drew|anthony tony|barbara barb|benjamin ben|
catherine cathy kate katie cat|katherine kathy kate katie kat|charles charlie chuck|christina chris tina|
christopher chris|daniel dan danny|david dave|deborah debbie deb|donald don|dorothy dot|edward ed eddie ted|
elizabeth liz beth betty eliza lisa|francisco paco frank|frederick fred|gregory greg|guadalupe lupe|james jim jimmy jamie|
jennifer jen jenny|jessica jess jessie|jonathan jon|joseph joe joey|jose pepe|joshua josh|kenneth ken kenny|
lawrence larry|leonard leo len|margaret maggie meg peggy|matthew matt|michael mike mick|nathaniel nathan nate|
nicholas nick|pamela pam|patricia pat patty tricia|patrick pat|peter pete|philip phil|rebecca becky becca|
richard rick dick rich|robert bob bobby rob robbie|ronald ron|samantha sam|samuel sam sammy|stephanie steph|
stephen steve|steven steve|susan sue susie|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|
victoria vicky tori|vincent vince|william bill billy will willy|zachary zach zack`
		.split("|")
		.map((group) => group.trim().split(/\s+/));

const shortForms: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	groups.map(([full = "", ...short]) => [full, new Set(short)]),
);

const spellings =
	`sean shaun shawn|catherine katherine kathryn katharine cathryn cathrine kathrine|stephen steven stephan|john jon|jeffrey geoffrey|
jeff geoff|sarah sara|ann anne|philip phillip|marc mark|eric erik erick|brian bryan|alan allan allen|carl karl|craig kreg|
nguyen nwin nuwin newin win wen|thuy twee tui|siobhan shivon shevon chavonne|niamh neve neeve|aoife eefa efa|joaquin wakeen|
jorge horhay|jose hosay|jesus hesus heysus|xavier zavier javier|michelle michele|nicole nichole|rachel rachael|lindsey lindsay|
wright right write rite|hughes hues|reid reed read|clarke clark|moore more|lee leigh lea li|thompson thomson tomson|
gonzalez gonzales|martinez martines|hernandez hernandes|smith smyth smithe|mcdonald macdonald|stewart stuart|graham graeme gram|
matthew mathew|jacqueline jaclyn|isaac issac|louis lewis luis|theresa teresa|vivian vivienne|christine kristine|kristen kristin|
christopher kristopher|deborah debra|zachary zackary|dubois dubwa|dupont dupon|beau bow|rhys reese reece|zoe zoey|chloe cloe|
priya preeya pria|ngozi engozi|okafor okafo|szymon shimon|yusuf yousef youssef|mohammed muhammad mohamed mohamad|ahmed ahmad|
hussein husain|xiao shao|zhang jang|qi chi|wei way`
		.split("|")
		.map((group) => group.trim().split(/\s+/));

const spellingsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	spellings.flat().map((name) => [name, new Set(spellings.filter((group) => group.includes(name)).flat())]),
);

function isSibling(one: string, other: string): boolean {
	return one !== other && [...shortForms.values()].some((short) => short.has(one) && short.has(other));
}

/** True for forms of one name (`shaun`, `sean`), folded. */
export function isSpellingOf(one: string, other: string): boolean {
	return spellingsOf.get(one)?.has(other) === true || isSibling(one, other);
}

/** True when one folded first name is a short form of the other (`bob`, `robert`). */
export function isNickname(one: string, other: string): boolean {
	return shortForms.get(one)?.has(other) === true || shortForms.get(other)?.has(one) === true;
}
