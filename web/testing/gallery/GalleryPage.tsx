import { App as AntdApp, ConfigProvider } from 'antd';
import { useState } from 'react';
import { addMinutes, shopDateTime, shopDay } from '#domain/kernel/calendar.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { words } from '#domain/kernel/words.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
import { antdTheme } from '#web/ui/antd-theme.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Hours, Kilometres, Money, Qty } from '#web/ui/figures.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { iconShapes, type IconName } from '#web/ui/icon-shapes.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Lane, LaneCard, Lanes } from '#web/ui/Lanes.tsx';
import { useNow } from '#web/ui/now.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { PhotoInput } from '#web/ui/PhotoInput.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { QrCode } from '#web/ui/QrCode.tsx';
import { Scanner } from '#web/ui/Scanner.tsx';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';
import { SignatureView } from '#web/ui/SignatureView.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Stroke } from '#web/ui/strokes.ts';
import styles from '#web/testing/gallery/gallery.module.css';
import { Timeline } from '#web/ui/Timeline.tsx';
import { TimeGrid } from '#web/ui/TimeGrid.tsx';
import { TrafficLight } from '#web/ui/TrafficLight.tsx';
import { When } from '#web/ui/When.tsx';
import { WheelRing } from '#web/ui/WheelRing.tsx';

const plates = ['沪A12345', '沪AD12345', '沪A12345D', '沪A1234学', '京A1234警', null];

/** The primitives, to look at. */
export function GalleryPage() {
  return (
    <ConfigProvider theme={antdTheme}>
      <AntdApp>
        <main className={styles['page']}>
          <PageHeader title="组件一览 Primitives" note="Every primitive once">
            <LanguageSwitch />
            <ActionButton kind="primary">保存</ActionButton>
            <ActionButton disabledReason="客户尚未同意">开工</ActionButton>
            <ActionButton kind="danger" confirm="确定作废？">
              作废
            </ActionButton>
          </PageHeader>
          <Marks />
          <Boards />
          <Phones />
        </main>
      </AntdApp>
    </ConfigProvider>
  );
}

function Marks() {
  const now = useNow();
  return (
    <>
      <Section title="Wheel">
        <div className={styles['row']}>
          <WheelRow />
        </div>
      </Section>
      <Section title="States">
        <div className={styles['row']}>
          <TrafficLight promisedAt={addMinutes(now, 120)} />
          <TrafficLight promisedAt={addMinutes(now, 10)} />
          <TrafficLight promisedAt={addMinutes(now, -10)} />
          <TrafficLight promisedAt={null} />
          <StateTag words={words('施工中', 'Working')} tone="active" />
          {plates.map((plate) => (
            <PlateTag key={plate} plate={plate} />
          ))}
          <PlateTag plate="沪A12345" size="large" />
        </div>
        <KeyValue
          pairs={[
            { key: 'money', label: '合计', value: <Money fen={123450} /> },
            { key: 'hours', label: '工时', value: <Hours centi={150} /> },
            { key: 'qty', label: '数量', value: <Qty milli={4500} unit="L" /> },
            { key: 'km', label: '里程', value: <Kilometres km={45210} /> },
            { key: 'when', label: '预计交车', value: <When at={addMinutes(now, 1500)} as="both" /> },
          ]}
        />
        <div className={styles['row']}>
          {(Object.keys(iconShapes) as IconName[]).map((name) => (
            <Icon key={name} name={name} label={name} />
          ))}
        </div>
      </Section>
    </>
  );
}

function WheelRow() {
  return (
    <>
      <WheelRing step="work" size="large" />
      <WheelRing step={null} size="large" />
      {wheelSteps.map((step) => (
        <WheelRing key={step} step={step} />
      ))}
    </>
  );
}

function Boards() {
  const today = shopDay(useNow());
  const at = (time: string) => shopDateTime(today, time);
  return (
    <>
      <Section title="Time grid">
        <TimeGrid
          label="Bays"
          opensAt="08:00"
          closesAt="18:00"
          now={at('11:20')}
          rows={[
            { key: '1', title: '1 号举升机' },
            { key: '2', title: '2 号举升机' },
          ]}
          tags={[
            {
              key: 'a',
              row: '1',
              from: at('08:30'),
              until: at('10:00'),
              tone: 'good',
              label: '沪A12345 保养',
              content: '沪A12345 保养',
            },
            {
              key: 'b',
              row: '2',
              from: at('10:15'),
              until: at('12:30'),
              tone: 'active',
              label: '沪AD12345 制动',
              content: '沪AD12345 制动',
            },
          ]}
          onPlace={() => {}}
        />
      </Section>
      <Section title="Lanes">
        <Lanes label="Lanes">
          <Lane title="待派工" count={1} empty="没有车">
            <LaneCard alive>
              <PlateTag plate="沪A12345" /> 60,000 km 保养
            </LaneCard>
          </Lane>
          <Lane title="等待" count={0} empty="没有车" />
        </Lanes>
      </Section>
      <Section title="Table">
        <DataTable
          caption="Rows"
          rows={[{ id: '1', name: '机油滤清器', fen: 4800 }]}
          keyOf={({ id }) => id}
          columns={[
            { title: '名称', dataIndex: 'name' },
            { title: '单价', key: 'fen', align: 'right', render: (_, row) => <Money fen={row.fen} /> },
          ]}
        />
      </Section>
      <Section title="Chart">
        <Chart
          label="Bars"
          height="low"
          option={{
            xAxis: { type: 'category', data: ['一', '二', '三'] },
            yAxis: {},
            series: [{ type: 'bar', data: [3, 5, 4] }],
          }}
        />
      </Section>
      <Section title="Timeline">
        <Timeline
          entries={[
            { key: '1', at: at('09:00'), title: '接车', who: '王顾问', tone: 'good' },
            { key: '2', at: at('09:20'), title: '客户同意', tone: 'active' },
          ]}
        />
      </Section>
    </>
  );
}

function Phones() {
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const [choice, setChoice] = useState<'a' | 'b' | null>('a');
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <PhoneStack>
      <PhoneCard alive>
        <PhoneField label="里程" value="45210" onChange={() => {}} problem="里程不能小于上次记录" />
        <PhoneChoice
          label="洗车"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'a', label: '需要' },
            { value: 'b', label: '不需要' },
          ]}
        />
        <PhotoInput label="照片" files={files} onChange={setFiles} />
        <SignaturePad label="客户签名" onChange={setStrokes} />
        <SignatureView strokes={strokes} name="张三" />
        <PhoneButton kind="primary" wide>
          开工
        </PhoneButton>
        <PhoneButton wide disabledReason="客户尚未同意该项目，不能施工。">
          完工
        </PhoneButton>
        <PhoneButton kind="danger" confirm="再按一次作废">
          作废
        </PhoneButton>
      </PhoneCard>
      <Scanner onCode={() => {}} />
      <QrCode text="https://example.com/v/abc" label="客户链接" />
    </PhoneStack>
  );
}
