/** So long nothing may change before it is asked how many, in ms: nobody is asked at every letter. */
const STILL_MS = 400;

/** Asks for the page that the form's "Count" button leads to, and takes the count out of it; undefined where there is none in it, as when nobody is signed in any more. */
async function askCount(form: HTMLFormElement, path: string): Promise<Element | undefined> {
  const answer = await fetch(path, { method: "POST", body: new FormData(form) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-counted]") ?? undefined;
}

/** The place itself stays, so that screen readers say what is put into it. Only the answer that was asked for last counts. */
function keepCounted(form: HTMLFormElement, place: Element): void {
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const count = (): void => {
    asked += 1;
    const turn = asked;
    askCount(form, form.dataset["count"] ?? "").then(
      (counted) => {
        if (counted && turn === asked) place.replaceChildren(...counted.childNodes);
      },
      // What stands there stays, and so does the button.
      () => undefined,
    );
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(count, STILL_MS);
  });
}

/** Forms marked `data-count` tell how many they fit while they are filled in; without a script they have a button for it. */
export function startCounts(): void {
  const place = document.querySelector("[data-counted]");
  const form = document.querySelector<HTMLFormElement>("[data-count]");
  if (form && place) keepCounted(form, place);
}
