import { useState } from 'react';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tab from '@mui/material/Tab';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { Ellipsis, FileDown, Plus, Printer } from 'lucide-react';
import { Panel } from '../components/Panel.tsx';
import { Section } from '../components/Section.tsx';
import { TabLinks, TabList } from '../components/TabLinks.tsx';
import styles from './Gallery.module.css';

const tabs = [
  { key: 'overview', label: 'Overview', href: '#/controls' },
  { key: 'scope', label: 'Scope', count: 14, href: '#/controls' },
  { key: 'gates', label: 'Gates', count: '7 of 11', href: '#/controls' },
  { key: 'history', label: 'History', href: '#/controls' },
];

export function ControlsPage() {
  return (
    <div className={styles['page']}>
      <Section title="Buttons" note="plain MUI, the look comes from the theme">
        <div className={styles['flow']}>
          <Button variant="contained" startIcon={<Plus />}>
            Release
          </Button>
          <Button startIcon={<FileDown />}>Dossier</Button>
          <Button variant="text">Later</Button>
          <Button variant="contained" color="error">
            Withdraw approval
          </Button>
          <Button disabled>Advance phase</Button>
          <Button variant="contained" disabled>
            Advance phase
          </Button>
          <Button size="small">Review</Button>
          <Tooltip title="Print the calendar">
            <IconButton aria-label="Print">
              <Printer />
            </IconButton>
          </Tooltip>
          <ActionsMenu />
          <Chip label="major" />
          <FormControlLabel control={<Checkbox defaultChecked />} label="Checked" />
        </div>
      </Section>
      <Section title="MUI fields">
        <div className={`${styles['flow']} ${styles['top']}`}>
          <TextField label="Name" defaultValue="Payments 4.2" helperText="As people say it" />
          <TextField
            label="Version"
            defaultValue="4.2"
            error
            helperText="Expected three numbers, found 4.2"
          />
          <TextField label="Service" select defaultValue="Payments" sx={{ minWidth: 160 }}>
            <MenuItem value="Payments">Payments</MenuItem>
            <MenuItem value="Ledger">Ledger</MenuItem>
          </TextField>
          <TextField label="Comment" multiline minRows={2} />
        </div>
      </Section>
      <TabExamples />
      <Section title="MUI table">
        <Panel>
          <Table aria-label="Example">
            <TableHead>
              <TableRow>
                <TableCell>Environment</TableCell>
                <TableCell align="right">Deployments</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {['staging-eu', 'prod-eu'].map((name, index) => (
                <TableRow key={name} selected={index === 1}>
                  <TableCell>{name}</TableCell>
                  <TableCell align="right">{(index + 1) * 118}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Panel>
      </Section>
    </div>
  );
}

function ActionsMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label="Actions"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem onClick={close}>
          <FileDown /> Export dossier
        </MenuItem>
        <MenuItem onClick={close} selected>
          Put on hold
        </MenuItem>
      </Menu>
    </>
  );
}

function TabExamples() {
  const [picked, setPicked] = useState('scope');
  return (
    <Section title="Tabs" note="links, a tab list, and MUI's">
      <div className={styles['stack']}>
        <TabLinks label="Release" tabs={tabs} current="gates" />
        <TabList label="Parts" tabs={tabs} current={picked} onPick={setPicked} panelId="parts" />
        <div id="parts" role="tabpanel" aria-label={picked} className={styles['note']}>
          {picked}
        </div>
        <Tabs value={picked} onChange={(_, key: string) => setPicked(key)} aria-label="The same">
          {tabs.map((tab) => (
            <Tab key={tab.key} value={tab.key} label={tab.label} />
          ))}
        </Tabs>
      </div>
    </Section>
  );
}
