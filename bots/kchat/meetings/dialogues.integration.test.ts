import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { until } from "@/scripts/testing/until";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { db } from "@/server/lib/db";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

// Long conversations: each word goes over HTTP and SSE both ways.
vi.setConfig({ testTimeout: 90_000 });

let talk: MeetingTalk;
let olga: TalkPerson;
const email = (one: TalkPerson) => one.user.email ?? "";

beforeAll(async () => {
  talk = await startMeetingTalk();
  olga = await talk.person({ organises: true, lastName: "Орлова" });
});
afterAll(() => talk.close());

/** Another meeting of tomorrow with these invitees; the dialogue that makes one has tests of its own. */
async function plan(topic: string, lines: string) {
  const owner = await makeMember(talk.workspaceId);
  const made = await createMeeting(owner, {
    clientId: randomUUID(),
    topic,
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: "Europe/Moscow",
    resourceId: talk.resourceId,
  });
  if (!made.ok) throw new Error(made.reason);
  await addInviteeList(owner, { meetingId: made.meeting.id, lines });
  return made.meeting;
}

it("greets an organiser with what they may do, and answers what it does not understand with help", async () => {
  await olga.say("/start", /ФИО: Орлова Иван Сергеевич[\s\S]*\/создать_собрание/);
  await olga.say("абракадабра", /^Не понял вас\.\n\nЧто я умею:[\s\S]*\/собрание/);
  await olga.say("ПОМОЩЬ", /\/пропустить/);
  await olga.say("/отмена", /Отменять нечего/);
  await olga.say("пропустить", /Пропускать нечего/);
  await olga.say("/собрание", /Предстоящих собраний нет/);
});

it("plans a meeting step by step, saying what is wrong and how it should look", async () => {
  await olga.press("➕ Создать собрание", /шаг 1 из 9[\s\S]*О чём собрание/);
  await olga.say("/skip", /пропустить нельзя/);
  await olga.say("т".repeat(201), /201.*200/);
  await olga.say("Планёрка", /✔️ Тема: Планёрка[\s\S]*Когда\?/);
  await olga.say("когда-нибудь", /Не понял дату «когда-нибудь».*завтра/);
  await olga.say("31.02.2099", /Такого дня в календаре нет/);
  await olga.say("вчера", /«вчера» — это .* этот день уже прошёл\. Сегодня .* например \d\d\.\d\d\.\d{4}/);
  await olga.say("завтра", /✔️ Дата: [\s\S]*Во сколько \(Москва\)/);
  await olga.say("25:00", /Такого времени нет/);
  await olga.say("утром", /Не понял время/);
  await olga.say("назад", /шаг 2 из 9/);
  expect(await olga.labels()).toContain("Дальше ➡️");
  await olga.press("Дальше ➡️", /Во сколько/);
  await olga.say("10.30", /✔️ Время: 10:30[\s\S]*Где собираемся/);
  await olga.say("переговорная 3", /Пришлите ссылку/);
  await olga.say("позвоните мне", /не похоже на ссылку.*https:\/\//);
  await olga.say("zoom.us/j/123", /✔️ Ссылка: https:\/\/zoom\.us\/j\/123[\s\S]*повестка/);
  await olga.say("Итоги\nПланы", /Повторять\?/);
  await olga.say("иногда", /Не понял повтор «иногда».*каждый вторник/);
  await olga.press("Еженедельно", /Кого пригласить/);
  const bad = await olga.say(
    "Иванов Иван | ivanov@company.ru | +7 916 123-45-67\nПетров | нет\n\nСидорова; sidorova@company.ru",
    /Приняты 2 строки/,
  );
  expect(bad.message).toMatch(/строка 2: e-mail с ошибкой — Петров \| нет/);
  await olga.say("Петров | petrov@company.ru", /✔️ Приглашённые: 3[\s\S]*Всё верно\?/);
  await olga.say("не знаю", /Нажмите кнопку, чтобы подтвердить/);
  await olga.press("✅ Создать", /Собрание создано[\s\S]*Приглашено: 3, ответили: 0/);
  const meeting = await db.meeting.findFirstOrThrow({
    where: { workspaceId: talk.workspaceId },
    include: { series: true, organiser: true },
  });
  expect(meeting).toMatchObject({
    topic: "Планёрка",
    place: "переговорная 3",
    link: "https://zoom.us/j/123",
    agenda: "Итоги\nПланы",
    resourceId: talk.resourceId,
    series: { repeat: "weekly" },
    organiser: { email: email(olga) },
  });
  expect(meeting.startsAt.toISOString()).toMatch(/T07:30:00/);
});

it("plans in another time zone, asked for by a button or written behind the time", async () => {
  await olga.say("/создать_собрание", /О чём собрание/);
  await olga.say("Урал", /Когда\?/);
  await olga.press("🌐 Пояс: Москва", /шаг 2 из 9[\s\S]*«Пропустить» оставит Москва, GMT\+3/);
  await olga.say("Нарния", /Не знаю часового пояса «Нарния».*UTC\+5, МСК\+2/);
  await olga.press("⬅️ Назад", /шаг 2 из 9[\s\S]*Когда\?/);
  await olga.press("🌐 Пояс: Москва", /По какому времени/);
  await olga.say("МСК+2", /✔️ Часовой пояс: Екатеринбург, GMT\+5[\s\S]*Когда\?/);
  await olga.say("завтра", /Во сколько \(Екатеринбург\)/);
  await olga.press("🌐 Пояс: Екатеринбург", /✔️ Часовой пояс: Екатеринбург[\s\S]*По какому времени/);
  await olga.press("Пропустить", /Во сколько \(Москва\)/);
  await olga.say("10:00 по Екатеринбургу", /✔️ Время: 10:00 \(Екатеринбург\)[\s\S]*Где собираемся/);
  await olga.say("назад", /шаг 3 из 9[\s\S]*Во сколько/);
  await olga.say("10:00 Europe/Berlin", /Где собираемся/);
  await olga.press("Пропустить", /Пришлите ссылку/);
  await olga.say("нет", /повестка/);
  await olga.press("Пропустить", /Повторять\?/);
  await olga.press("Не повторять", /Кого пригласить/);
  await olga.press("Пропустить", /Всё верно\?/);
  await olga.press("✅ Создать", /Собрание создано[\s\S]*GMT\+[12]\)/);
  const meeting = await talk.meeting();
  expect(meeting.timeZone).toBe("Europe/Berlin");
  await db.meeting.delete({ where: { id: meeting.id } });
});

it("takes “every Tuesday” for a date as the next one, and keeps the repetition", async () => {
  await olga.say("/создать_собрание", /О чём собрание/);
  await olga.say("Вторники", /Когда\?/);
  await olga.say("еженедельно", /это повтор.*дата первого собрания/);
  const kept = /Первое собрание: вт, [\s\S]*✔️ Повтор: Еженедельно[\s\S]*Где собираемся/;
  await olga.say("каждый вторник в 10:00", kept);
  await olga.press("Пропустить", /Пришлите ссылку/);
  await olga.press("Пропустить", /повестка/);
  await olga.press("Пропустить", /Повторять\?/);
  await olga.say("каждый понедельник и среду", /✔️ Повтор: по понедельникам и средам в 10:00/);
  await olga.say("назад", /Повторять\?/);
  await olga.say("по будням", /✔️ Повтор: по будням в 10:00/);
  await olga.press("✖️ Отмена", /Отменено/);
});

it("answers a button of an earlier step or of a finished dialogue kindly", async () => {
  const first = await olga.say("создать собрание", /О чём собрание/);
  await olga.say("Черновик", /Когда\?/);
  await olga.press("✖️ Отмена", /Эта кнопка от прошлого шага[\s\S]*Когда\?/, first.id);
  await olga.say("/create_meeting", /Вы уже создаёте собрание/);
  await olga.say("/помощь", /Когда\?/);
  await olga.say("/нетакой", /Такой команды я не знаю[\s\S]*Когда\?/);
  await olga.press("✖️ Отмена", /Отменено, ничего не сохранено/);
  await olga.press("✖️ Отмена", /диалог уже закончен/, first.id);
  expect(await db.meetingDialogue.count()).toBe(0);
});

it("changes every field of a meeting", async () => {
  const { id } = await talk.meeting();
  await olga.say("/manage", /предстоящее собрание/);
  await olga.press((await olga.labels()).find((one) => one.includes("·")) ?? "", /📅/);
  // Its buttons stay good, so that it is opened once.
  await olga.press("✏️ Изменить", /Что изменить/);
  const change = async (field: string, ask: RegExp, answer: string, done = /✅ Сохранено/) => {
    await olga.press(field, ask);
    await olga.say(answer, done);
  };
  await change("Тема", /Сейчас: Планёрка/, "Летучка");
  await change("Место", /Где/, "зал 1");
  await change("Ссылка", /ссылку/, "https://meet.example.com/x");
  await change("Повестка", /повестка/, "Одно");
  await change("Длительность", /Сколько минут/, "1 ч 30 мин");
  await change("Повтор", /Повторять/, "0 10 * * 1-5");
  await change("Напоминания", /За сколько/, "48 ч, 30 мин");
  await change("Часовой пояс", /Сейчас: Москва[\s\S]*поясе/, "Екатеринбург");
  await olga.press("Срок ответов", /До какого/);
  await olga.say("вчера", /уже прошёл/);
  await olga.press("За час", /Сохранено/);
  await olga.press("Место", /Где/);
  await olga.press("🗑 Убрать", /Сохранено/);
  await olga.press("Дата и время", /Новое время/);
  await olga.say("послезавтра в 12:00", /Сохранить новое время\?/);
  await olga.press("✅ Сохранить", /Сохранено/);
  const changed = await db.meeting.findUniqueOrThrow({ where: { id }, include: { series: true } });
  expect(changed).toMatchObject({
    topic: "Летучка",
    place: "",
    link: "https://meet.example.com/x",
    agenda: "Одно",
    durationMinutes: 90,
    timeZone: "Asia/Yekaterinburg",
    reminderMinutes: [2880, 30],
    series: { repeat: "cron", cron: "0 10 * * 1-5" },
  });
  expect(changed.startsAt.toISOString()).toMatch(/T07:00:00/);
});

it("keeps the list of invitees: adds, pastes, finds, filters, pages, corrects, notes answers, removes", async () => {
  await olga.say("/приглашенные", /Приглашённые на «Летучка»[\s\S]*1\. Иванов Иван — ⏳/);
  await olga.press("➕ Пригласить", /Напишите ФИО/);
  await olga.say("Зайцева Зоя", /Какой e-mail/);
  await olga.say("zoya", /не похоже на e-mail/);
  await olga.press("Пропустить", /Какой телефон/);
  await olga.press("Пропустить", /один раз или постоянно/);
  await olga.press("Один раз", /Нужен e-mail или телефон/);
  await olga.say("zoya@company.ru", /Какой телефон/);
  await olga.say("12", /не похоже на телефон/);
  await olga.say("+7 916 000-11-22", /один раз/);
  await olga.press("★ Постоянно", /Зайцева Зоя: приглашение уйдёт по e-mail/);
  await olga.press("➕ Пригласить", /Напишите ФИО/);
  await olga.say("Зайцева З. | zoya@company.ru", /один раз/);
  await olga.press("Один раз", /уже в списке/);

  await olga.press("↩️ К собранию", /Летучка/);
  await olga.press("📋 Вставить список", /ФИО \| e-mail/);
  const many = Array.from({ length: 8 }, (_, index) => `Гость ${index} | guest${index}@company.ru`);
  const told = await olga.say([...many, "Плохой", "| a@b.ru"].join("\n"), /Добавлено: 8/);
  expect(told.message).toMatch(/строка 9: нет ни e-mail, ни телефона — Плохой/);
  expect(told.message).toMatch(/строка 10: нет ФИО/);
  await olga.press("✅ Готово", /Страница 1 из 2/);
  await olga.press("Вперёд ▶️", /12\. Сидорова[\s\S]*Страница 2 из 2/);
  await olga.press("◀️ Назад", /Страница 1 из 2/);

  await olga.press("🔎 Найти", /Напишите имя/);
  await olga.say("никого такого", /никого нет/);
  await olga.say("сидор", /1\. Сидорова/);
  await olga.press("1", /👤 Сидорова/);
  await olga.press("E-mail", /Сейчас: sidorova@company\.ru/);
  await olga.say("zoya@company.ru", /уже у другого человека/);
  await olga.say("s.sidorova@company.ru", /Сохранено[\s\S]*s\.sidorova@company\.ru/);
  await olga.press("★ Сделать постоянным", /★ постоянный/);
  await olga.press("☆ Больше не постоянный", /Сохранено/);
  await olga.press("🗳 Отметить ответ", /Какой ответ/);
  await olga.press("🤒 Больничный", /Ответ: 🤒 Больничный/);
  await olga.press("↩️ К списку", /Приглашено: 12, ответили: 1/);
  await olga.press("Ответили", /1\. Сидорова — 🤒/);
  await olga.press("Без ответа", /Гость 0/);
  await olga.press("Все", /Страница 1/);
  await olga.press("1", /👤 Гость 0/);
  await olga.press("🗑 Удалить", /Убрать Гость 0/);
  await olga.press("🗑 Да, убрать", /Приглашение снято[\s\S]*Приглашено: 11/);
});

it("moves a meeting with its invitees, and cancels a series only after asking", async () => {
  await olga.say("/собрание", /предстоящее/);
  const label = (await olga.labels()).find((one) => one.includes("Летучка"));
  await olga.press(label ?? "", /Приглашено: 11/);
  await olga.press("🔁 Перенести", /Перенос «Летучка»/);
  await olga.say("через 3 дня", /Во сколько/);
  await olga.press("15:00", /Перенести\? Появится/);
  await olga.press("🔁 Перенести", /✅ Перенесено[\s\S]*Приглашено: 11/);
  await olga.press("🚫 Отменить", /Отменить собрание «Летучка»/);
  expect(await olga.labels()).toContain("🚫 Это и все следующие");
  await olga.press("Нет, оставить", /📅 Летучка/);
  await olga.press("🚫 Отменить", /Отменить собрание/);
  await olga.press("🚫 Это и все следующие", /🚫 Собрание отменено/);
  const meetings = await db.meeting.findMany({
    where: { workspaceId: talk.workspaceId },
    orderBy: { id: "asc" },
  });
  expect(meetings.map(({ state }) => state)).toEqual(["moved", "cancelled"]);
  expect(await db.meetingSeries.count({ where: { stoppedAt: null } })).toBe(0);
  await olga.say("/собрание", /Предстоящих собраний нет/);
});

it("lets an invitee answer by button or in words, comment, change and see who is invited", async () => {
  const ivan = await talk.person({ lastName: "Волков" });
  await ivan.say("/участие", /Вы не найдены в списке приглашённых/);
  await ivan.say("привет", /Вы не найдены/);
  await ivan.say("/создать_собрание", /Вы не найдены/);
  const [zoya, other] = ["Зайцева Зоя | zoya@company.ru", "Другой | drugoy@company.ru"];
  const meeting = await plan("Ретро", [`Волков Иван | ${email(ivan)}`, zoya, other].join("\n"));
  await until("the invitation", () => ivan.chat.find(/Вы приглашены на совещание[\s\S]*Ретро/));
  await ivan.say("нет связи с офисом", /Не понял вас/);
  await ivan.say("приду, но опоздаю", /Ответ записан: ✅ Да[\s\S]*Комментарий: но опоздаю/);
  await ivan.say("нет", /Ваш ответ сейчас: ✅ Да[\s\S]*Планируете/);
  await ivan.press("🤔 Возможно", /Ответ записан: 🤔 Возможно/);
  await ivan.press("🔄 Изменить ответ", /Ваш ответ сейчас: 🤔 Возможно[\s\S]*словами/);
  await ivan.say("не пойму", /Не понял ответ/);
  await ivan.say("Нет, буду в поезде", /Ответ записан: ❌ Нет[\s\S]*Комментарий: буду в поезде/);
  await ivan.press("💬 Изменить комментарий", /Напишите комментарий/);
  await ivan.say("в самолёте", /Комментарий: в самолёте/);
  await ivan.say("информация", /📅 Ретро[\s\S]*Ваш ответ: ❌ Нет/);
  await ivan.press("👥 Кто приглашён", /приглашены 3 человека[\s\S]*Другой/);
  await ivan.say("/приглашённые", /Волков/);
  await ivan.say("/собрание", /могут только организаторы/);
  await ivan.say("/attend", /Планируете ли вы/);
  await ivan.press("🏖 Отпуск", /Ответ записан: 🏖 Отпуск/);
  const where = { meetingId: meeting.id, person: { email: email(ivan) } };
  expect(await db.invitee.findFirstOrThrow({ where })).toMatchObject({
    attendance: "vacation",
    answeredBy: "bot",
  });
  expect(await db.absence.count({ where: { meetingId: meeting.id } })).toBe(1);

  await db.meeting.update({
    where: { id: meeting.id },
    data: { answersUntil: new Date(Date.now() - 60_000) },
  });
  await ivan.press("✅ Да", /больше не принимаются[\s\S]*Ваш ответ: 🏖 Отпуск/);
  await ivan.say("/участие", /больше не принимаются/);
  expect(await db.invitee.findFirstOrThrow({ where })).toMatchObject({ attendance: "vacation" });
});

it("asks which meeting is meant where there are several", async () => {
  const anna = await talk.person({ lastName: "Лисина" });
  await plan("Первое", `Лисина | ${email(anna)}`);
  await plan("Второе", `Лисина | ${email(anna)}`);
  await anna.say("да", /2 собрания\. Какое\?/);
  await anna.say("/участие", /2 собрания\. Какое\?/);
  const label = (await anna.labels()).find((one) => one.includes("Второе"));
  await anna.press(label ?? "", /Второе[\s\S]*Планируете/);
  await anna.say("да", /Ответ записан: ✅ Да[\s\S]*Второе/);
  await anna.say("/информация", /Какое\?/);
  await anna.say("/приглашенные", /Какое\?/);
});
